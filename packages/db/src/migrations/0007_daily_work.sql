CREATE TABLE "schedule_window" (
	"version" integer PRIMARY KEY NOT NULL,
	"effective_from" date NOT NULL,
	"start_minute" smallint NOT NULL,
	"length_minutes" smallint NOT NULL,
	"time_zone" text NOT NULL,
	"saved_by_user_id" uuid NOT NULL,
	"saved_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "schedule_window_start_range" CHECK (start_minute between 0 and 1439),
	CONSTRAINT "schedule_window_length_range" CHECK (length_minutes between 30 and 1440)
);
--> statement-breakpoint
CREATE TABLE "shop_daily_run" (
	"shop_id" uuid NOT NULL,
	"day" date NOT NULL,
	"slot_at" timestamp (6) with time zone NOT NULL,
	"queued_at" timestamp (6) with time zone NOT NULL,
	"started_at" timestamp (6) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"finished_at" timestamp (6) with time zone,
	"outcome" text,
	"last_error" text,
	"counts" jsonb,
	CONSTRAINT "shop_daily_run_pkey" PRIMARY KEY("shop_id","day")
);
--> statement-breakpoint
ALTER TABLE "shop_daily_run" ADD CONSTRAINT "shop_daily_run_shop_fkey" FOREIGN KEY ("shop_id") REFERENCES "public"."shop"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "shop_daily_run_queued" ON "shop_daily_run" USING btree ("queued_at");--> statement-breakpoint
CREATE INDEX "shop_daily_run_started" ON "shop_daily_run" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "review_link_ended" ON "review_link" USING btree ("shop_id","purpose",least(expires_at, revoked_at));