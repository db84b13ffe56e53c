ALTER TABLE "webhook_delivery" ADD COLUMN "body_hash" "bytea";--> statement-breakpoint
CREATE INDEX "webhook_delivery_body" ON "webhook_delivery" USING btree ("shop_id","body_hash");