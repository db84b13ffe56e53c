CREATE TABLE "log_usage" (
	"day" date NOT NULL,
	"log" text NOT NULL,
	"place" text NOT NULL,
	"rows" bigint DEFAULT 0 NOT NULL,
	"bytes" bigint DEFAULT 0 NOT NULL,
	"refused_rows" bigint DEFAULT 0 NOT NULL,
	"full_since" timestamp (6) with time zone,
	CONSTRAINT "log_usage_pkey" PRIMARY KEY("day","log","place")
);
--> statement-breakpoint
CREATE TABLE "operator_alert" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"incident_id" uuid,
	"reason" text NOT NULL,
	"user_id" uuid,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"told_at" timestamp (6) with time zone,
	"digest_id" uuid
);
--> statement-breakpoint
ALTER TABLE "operator_alert" ADD CONSTRAINT "operator_alert_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_alert" ADD CONSTRAINT "operator_alert_user_id_user_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user_account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "operator_alert_waiting" ON "operator_alert" USING btree ("created_at") WHERE told_at is null;--> statement-breakpoint
CREATE INDEX "operator_alert_told" ON "operator_alert" USING btree ("user_id","told_at");--> statement-breakpoint
CREATE INDEX "operator_alert_digest" ON "operator_alert" USING btree ("digest_id");--> statement-breakpoint
CREATE INDEX "operator_alert_incident" ON "operator_alert" USING btree ("incident_id");