CREATE EXTENSION IF NOT EXISTS citext;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TABLE "audit_log" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"subject_id" uuid,
	"details" jsonb,
	"request_id" text,
	CONSTRAINT "audit_log_pkey" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "auth_event" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "auth_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"session_id" uuid,
	"user_id" uuid,
	"type" text NOT NULL,
	"presented_gen" integer,
	"current_gen" integer,
	"ip_prefix" text,
	"ua_family" text
);
--> statement-breakpoint
CREATE TABLE "auth_session" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"user_id" uuid NOT NULL,
	"shop_id" uuid,
	"salt" "bytea" NOT NULL,
	"mac_kid" smallint NOT NULL,
	"gen" integer DEFAULT 0 NOT NULL,
	"rotated_at" timestamp (6) with time zone DEFAULT '-infinity' NOT NULL,
	"confirmed" boolean DEFAULT true NOT NULL,
	"auth_time" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"idle_expires_at" timestamp (6) with time zone NOT NULL,
	"absolute_expires_at" timestamp (6) with time zone NOT NULL,
	"idle_lifetime_seconds" integer NOT NULL,
	"user_epoch" integer NOT NULL,
	"revoked_at" timestamp (6) with time zone,
	"revoke_reason" text,
	"ip_prefix" text,
	"ua_family" text
);
--> statement-breakpoint
CREATE TABLE "customer" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"email" "citext" NOT NULL,
	"platform_id" text,
	"first_name" text,
	"last_name" text,
	"locale" text,
	"unsubscribed_at" timestamp (6) with time zone,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customer_pkey" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "line_item" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"order_id" uuid NOT NULL,
	"platform_id" text NOT NULL,
	"product_id" uuid,
	"title" text NOT NULL,
	"variant_title" text,
	"quantity" integer NOT NULL,
	"refunded_quantity" integer DEFAULT 0 NOT NULL,
	"price_minor" bigint,
	"is_gift_card" boolean DEFAULT false NOT NULL,
	"fulfilled_at" timestamp (6) with time zone,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "line_item_pkey" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "member" (
	"shop_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_pkey" PRIMARY KEY("shop_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "shop_order" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"platform_id" text NOT NULL,
	"customer_id" uuid,
	"name" text,
	"currency" text,
	"locale" text,
	"is_test" boolean DEFAULT false NOT NULL,
	"ordered_at" timestamp (6) with time zone,
	"platform_updated_at" timestamp (6) with time zone,
	"fulfilled_at" timestamp (6) with time zone,
	"cancelled_at" timestamp (6) with time zone,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shop_order_pkey" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "product" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"platform_id" text NOT NULL,
	"title" text NOT NULL,
	"handle" text,
	"image_url" text,
	"price_minor" bigint,
	"compare_at_minor" bigint,
	"currency" text NOT NULL,
	"platform_updated_at" timestamp (6) with time zone,
	"deleted_at" timestamp (6) with time zone,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "product_pkey" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "product_rating" (
	"shop_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"stars1" integer DEFAULT 0 NOT NULL,
	"stars2" integer DEFAULT 0 NOT NULL,
	"stars3" integer DEFAULT 0 NOT NULL,
	"stars4" integer DEFAULT 0 NOT NULL,
	"stars5" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "product_rating_pkey" PRIMARY KEY("shop_id","product_id")
);
--> statement-breakpoint
CREATE TABLE "refund_line" (
	"shop_id" uuid NOT NULL,
	"refund_platform_id" text NOT NULL,
	"line_item_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "refund_line_pkey" PRIMARY KEY("shop_id","refund_platform_id","line_item_id")
);
--> statement-breakpoint
CREATE TABLE "review" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"product_id" uuid NOT NULL,
	"line_item_id" uuid,
	"customer_id" uuid,
	"submission_id" uuid,
	"rating" smallint NOT NULL,
	"title" text,
	"body" text NOT NULL,
	"author_name" text NOT NULL,
	"locale" text,
	"status" text DEFAULT 'pending' NOT NULL,
	"reject_reason" text,
	"is_verified" boolean DEFAULT false NOT NULL,
	"helpful_count" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"published_at" timestamp (6) with time zone,
	"edited_at" timestamp (6) with time zone,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_pkey" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "review_rating_range" CHECK (rating between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "review_draft" (
	"shop_id" uuid NOT NULL,
	"line_item_id" uuid NOT NULL,
	"rating" smallint,
	"title" text,
	"body" text,
	"author_name" text,
	"updated_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_draft_pkey" PRIMARY KEY("shop_id","line_item_id")
);
--> statement-breakpoint
CREATE TABLE "review_link" (
	"shop_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"purpose" text NOT NULL,
	"review_request_id" uuid NOT NULL,
	"line_item_id" uuid,
	"expires_at" timestamp (6) with time zone NOT NULL,
	"revoked_at" timestamp (6) with time zone,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_link_pkey" PRIMARY KEY("shop_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "review_reply" (
	"shop_id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"body" text NOT NULL,
	"author_user_id" uuid NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_reply_pkey" PRIMARY KEY("shop_id","review_id")
);
--> statement-breakpoint
CREATE TABLE "review_request" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"order_id" uuid NOT NULL,
	"send_at" timestamp (6) with time zone NOT NULL,
	"sent_at" timestamp (6) with time zone,
	"cancelled_at" timestamp (6) with time zone,
	"cancel_reason" text,
	"given_up_at" timestamp (6) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"claimed_until" timestamp (6) with time zone,
	"claim_id" uuid,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_request_pkey" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "review_vote" (
	"shop_id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"voter_hash" "bytea" NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_vote_pkey" PRIMARY KEY("shop_id","review_id","voter_hash")
);
--> statement-breakpoint
CREATE TABLE "shop" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"access_code" text NOT NULL,
	"domain" text NOT NULL,
	"name" text NOT NULL,
	"website_url" text,
	"logo_url" text,
	"accent_color" text DEFAULT '#2f5d50' NOT NULL,
	"currency" text NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"reply_to_email" text,
	"postal_address" text,
	"request_delay_days" integer DEFAULT 14 NOT NULL,
	"webhook_secret_sealed" "bytea" NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"uninstalled_at" timestamp (6) with time zone,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_account" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"email" "citext" NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"is_operator" boolean DEFAULT false NOT NULL,
	"session_epoch" integer DEFAULT 0 NOT NULL,
	"disabled_at" timestamp (6) with time zone,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_delivery" (
	"shop_id" uuid NOT NULL,
	"webhook_id" text NOT NULL,
	"topic" text NOT NULL,
	"payload" text NOT NULL,
	"received_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"processed_at" timestamp (6) with time zone,
	"outcome" text,
	"reason" text,
	CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY("shop_id","webhook_id")
);
--> statement-breakpoint
CREATE TABLE "widget" (
	"shop_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"settings" jsonb NOT NULL,
	"saved_by_user_id" uuid,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "widget_pkey" PRIMARY KEY("shop_id","version")
);
--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_shop_fkey" FOREIGN KEY ("shop_id") REFERENCES "public"."shop"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer" ADD CONSTRAINT "customer_shop_fkey" FOREIGN KEY ("shop_id") REFERENCES "public"."shop"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_item" ADD CONSTRAINT "line_item_order_fkey" FOREIGN KEY ("shop_id","order_id") REFERENCES "public"."shop_order"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_item" ADD CONSTRAINT "line_item_product_fkey" FOREIGN KEY ("shop_id","product_id") REFERENCES "public"."product"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_shop_fkey" FOREIGN KEY ("shop_id") REFERENCES "public"."shop"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shop_order" ADD CONSTRAINT "shop_order_shop_fkey" FOREIGN KEY ("shop_id") REFERENCES "public"."shop"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shop_order" ADD CONSTRAINT "shop_order_customer_fkey" FOREIGN KEY ("shop_id","customer_id") REFERENCES "public"."customer"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product" ADD CONSTRAINT "product_shop_fkey" FOREIGN KEY ("shop_id") REFERENCES "public"."shop"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_rating" ADD CONSTRAINT "product_rating_product_fkey" FOREIGN KEY ("shop_id","product_id") REFERENCES "public"."product"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_line" ADD CONSTRAINT "refund_line_line_item_fkey" FOREIGN KEY ("shop_id","line_item_id") REFERENCES "public"."line_item"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_line_item_fkey" FOREIGN KEY ("shop_id","line_item_id") REFERENCES "public"."line_item"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_product_fkey" FOREIGN KEY ("shop_id","product_id") REFERENCES "public"."product"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_draft" ADD CONSTRAINT "review_draft_line_item_fkey" FOREIGN KEY ("shop_id","line_item_id") REFERENCES "public"."line_item"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_link" ADD CONSTRAINT "review_link_request_fkey" FOREIGN KEY ("shop_id","review_request_id") REFERENCES "public"."review_request"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_reply" ADD CONSTRAINT "review_reply_review_fkey" FOREIGN KEY ("shop_id","review_id") REFERENCES "public"."review"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_request" ADD CONSTRAINT "review_request_order_fkey" FOREIGN KEY ("shop_id","order_id") REFERENCES "public"."shop_order"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_vote" ADD CONSTRAINT "review_vote_review_fkey" FOREIGN KEY ("shop_id","review_id") REFERENCES "public"."review"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_shop_fkey" FOREIGN KEY ("shop_id") REFERENCES "public"."shop"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "widget" ADD CONSTRAINT "widget_shop_fkey" FOREIGN KEY ("shop_id") REFERENCES "public"."shop"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_subject" ON "audit_log" USING btree ("shop_id","subject_id","at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "auth_event_session" ON "auth_event" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "auth_event_at" ON "auth_event" USING btree ("at");--> statement-breakpoint
CREATE INDEX "auth_session_live_user" ON "auth_session" USING btree ("user_id") WHERE revoked_at is null;--> statement-breakpoint
CREATE INDEX "auth_session_absolute_end" ON "auth_session" USING btree ("absolute_expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "customer_email_key" ON "customer" USING btree ("shop_id","email");--> statement-breakpoint
CREATE UNIQUE INDEX "line_item_platform_key" ON "line_item" USING btree ("shop_id","platform_id");--> statement-breakpoint
CREATE INDEX "line_item_order" ON "line_item" USING btree ("shop_id","order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "shop_order_platform_key" ON "shop_order" USING btree ("shop_id","platform_id");--> statement-breakpoint
CREATE INDEX "shop_order_customer" ON "shop_order" USING btree ("shop_id","customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "product_platform_key" ON "product" USING btree ("shop_id","platform_id");--> statement-breakpoint
CREATE UNIQUE INDEX "review_line_item_key" ON "review" USING btree ("shop_id","line_item_id");--> statement-breakpoint
CREATE INDEX "review_moderation" ON "review" USING btree ("shop_id","status","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "review_public_newest" ON "review" USING btree ("shop_id","product_id","published_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "review_public_rating" ON "review" USING btree ("shop_id","product_id","rating" DESC NULLS FIRST,"published_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "review_public_lowest" ON "review" USING btree ("shop_id","product_id",(6 - rating) desc,"published_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "review_public_helpful" ON "review" USING btree ("shop_id","product_id","helpful_count" DESC NULLS FIRST,"published_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "review_text_search" ON "review" USING gin ((coalesce(title, '') || ' ' || body || ' ' || author_name) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "review_link_request" ON "review_link" USING btree ("shop_id","review_request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "review_request_order_key" ON "review_request" USING btree ("shop_id","order_id");--> statement-breakpoint
CREATE INDEX "review_request_due" ON "review_request" USING btree ("send_at") WHERE sent_at is null and cancelled_at is null and given_up_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "shop_access_code_key" ON "shop" USING btree ("access_code");--> statement-breakpoint
CREATE UNIQUE INDEX "shop_domain_key" ON "shop" USING btree ("domain");--> statement-breakpoint
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account" USING btree ("email");--> statement-breakpoint
CREATE INDEX "webhook_delivery_received" ON "webhook_delivery" USING btree ("shop_id","received_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "webhook_delivery_waiting" ON "webhook_delivery" USING btree ("received_at") WHERE processed_at is null;