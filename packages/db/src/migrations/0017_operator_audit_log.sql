CREATE TABLE "operator_audit_log" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"subject" text,
	"details" jsonb,
	"request_id" text
);
--> statement-breakpoint
CREATE INDEX "operator_audit_log_at" ON "operator_audit_log" USING btree ("at");