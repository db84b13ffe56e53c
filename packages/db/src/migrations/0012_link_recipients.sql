CREATE TABLE "parcel_line" (
	"shop_id" uuid NOT NULL,
	"parcel_platform_id" text NOT NULL,
	"line_item_id" uuid NOT NULL,
	"handed_over_at" timestamp (6) with time zone,
	"told_at" timestamp (6) with time zone NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "parcel_line_pkey" PRIMARY KEY("shop_id","parcel_platform_id","line_item_id")
);
--> statement-breakpoint
DROP INDEX "review_text_search";--> statement-breakpoint
ALTER TABLE "line_item" ADD COLUMN "current_quantity" integer;--> statement-breakpoint
ALTER TABLE "product" ADD COLUMN "is_price_from" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "product" ADD COLUMN "status" text;--> statement-breakpoint
ALTER TABLE "review_draft" ADD COLUMN "recipient_id" uuid DEFAULT '00000000-0000-0000-0000-000000000000' NOT NULL;--> statement-breakpoint
ALTER TABLE "review_link" ADD COLUMN "customer_id" uuid;--> statement-breakpoint
ALTER TABLE "review_request" ADD COLUMN "customer_id" uuid;--> statement-breakpoint
ALTER TABLE "parcel_line" ADD CONSTRAINT "parcel_line_line_item_fkey" FOREIGN KEY ("shop_id","line_item_id") REFERENCES "public"."line_item"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "parcel_line_item" ON "parcel_line" USING btree ("shop_id","line_item_id");--> statement-breakpoint
ALTER TABLE "review_link" ADD CONSTRAINT "review_link_customer_fkey" FOREIGN KEY ("shop_id","customer_id") REFERENCES "public"."customer"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_request" ADD CONSTRAINT "review_request_customer_fkey" FOREIGN KEY ("shop_id","customer_id") REFERENCES "public"."customer"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "review_link_customer" ON "review_link" USING btree ("shop_id","customer_id");--> statement-breakpoint
CREATE INDEX "review_text_search" ON "review" USING gin ((normalize(casefold(normalize(coalesce(title, '') || ' ' || body || ' ' || author_name, NFKD) collate "pg_unicode_fast"), NFKD)) gin_trgm_ops);--> statement-breakpoint
ALTER TABLE "review_draft" DROP CONSTRAINT "review_draft_pkey";
--> statement-breakpoint
ALTER TABLE "review_draft" ADD CONSTRAINT "review_draft_pkey" PRIMARY KEY("shop_id","line_item_id","recipient_id");--> statement-breakpoint
-- By hand: links, mails and drafts from before belong to whom their order belongs to now.
UPDATE "review_link" l SET "customer_id" = o."customer_id" FROM "review_request" r JOIN "shop_order" o ON o."shop_id" = r."shop_id" AND o."id" = r."order_id" WHERE r."shop_id" = l."shop_id" AND r."id" = l."review_request_id";--> statement-breakpoint
UPDATE "review_request" r SET "customer_id" = o."customer_id" FROM "shop_order" o WHERE o."shop_id" = r."shop_id" AND o."id" = r."order_id" AND (r."sent_at" IS NOT NULL OR r."given_up_at" IS NOT NULL);--> statement-breakpoint
UPDATE "review_draft" d SET "recipient_id" = o."customer_id" FROM "line_item" i JOIN "shop_order" o ON o."shop_id" = i."shop_id" AND o."id" = i."order_id" WHERE i."shop_id" = d."shop_id" AND i."id" = d."line_item_id" AND o."customer_id" IS NOT NULL;
