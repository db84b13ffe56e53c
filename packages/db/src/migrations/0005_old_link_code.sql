CREATE TABLE "old_link_code" (
	"shop_id" uuid NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"customer_id" uuid NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "old_link_code_pkey" PRIMARY KEY("shop_id","code_hash","customer_id")
);
--> statement-breakpoint
ALTER TABLE "old_link_code" ADD CONSTRAINT "old_link_code_customer_fkey" FOREIGN KEY ("shop_id","customer_id") REFERENCES "public"."customer"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "old_link_code_hash" ON "old_link_code" USING btree ("code_hash");