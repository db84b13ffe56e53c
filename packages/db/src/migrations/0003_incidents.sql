CREATE TABLE "client_outcome" (
	"submission_id" uuid PRIMARY KEY NOT NULL,
	"outcome" text NOT NULL,
	"at" timestamp (6) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "client_report" (
	"attempt_id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"reported_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (6) with time zone NOT NULL,
	"duration_ms" double precision NOT NULL,
	"procedure" text NOT NULL,
	"submission_id" uuid,
	"line_item_id" uuid,
	"error_name" text NOT NULL,
	"error_message" text NOT NULL,
	"stack" text,
	"http_status" smallint,
	"is_online" boolean NOT NULL,
	"was_hidden" boolean NOT NULL,
	"was_leaving" boolean NOT NULL,
	"request_started" boolean,
	"release" text,
	"browser" text,
	"place" text,
	"joined_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "incident" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"verdict" text NOT NULL,
	"procedure" text NOT NULL,
	"shop_id" uuid,
	"state" text DEFAULT 'open' NOT NULL,
	"first_at" timestamp (6) with time zone NOT NULL,
	"last_at" timestamp (6) with time zone NOT NULL,
	"resolved_at" timestamp (6) with time zone,
	"alerted_count" integer DEFAULT 0 NOT NULL,
	"gave_up_alerted_at" timestamp (6) with time zone,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "incident_attempt" (
	"attempt_id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"started_at" timestamp (6) with time zone NOT NULL,
	"verdict" text NOT NULL,
	"evidence" text[] NOT NULL,
	"marks" jsonb NOT NULL,
	"outcome" text DEFAULT 'open' NOT NULL,
	"shop_id" uuid,
	"review_request_id" uuid,
	"line_item_id" uuid,
	"submission_id" uuid,
	"request_id" text,
	"browser" text,
	"place" text,
	"release" text,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "process_mark" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "process_mark_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"until" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "server_attempt" (
	"received_at" timestamp (6) with time zone NOT NULL,
	"attempt_id" uuid NOT NULL,
	"request_id" text NOT NULL,
	"procedure" text NOT NULL,
	"shop_id" uuid,
	"review_request_id" uuid,
	"line_item_id" uuid,
	"submission_id" uuid,
	"committed_at" timestamp (6) with time zone,
	"finished_at" timestamp (6) with time zone,
	"closed_at" timestamp (6) with time zone,
	"http_status" smallint,
	"code" text,
	"release" text,
	"browser" text,
	"place" text,
	CONSTRAINT "server_attempt_pkey" PRIMARY KEY("received_at","attempt_id")
) PARTITION BY RANGE ("received_at");
--> statement-breakpoint
ALTER TABLE "incident_attempt" ADD CONSTRAINT "incident_attempt_incident_fkey" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "client_report_waiting" ON "client_report" USING btree ("reported_at") WHERE joined_at is null;--> statement-breakpoint
CREATE INDEX "client_report_at" ON "client_report" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "incident_kind" ON "incident" USING btree ("verdict","procedure","last_at");--> statement-breakpoint
CREATE INDEX "incident_last" ON "incident" USING btree ("last_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "incident_attempt_incident" ON "incident_attempt" USING btree ("incident_id","started_at");--> statement-breakpoint
CREATE INDEX "incident_attempt_open" ON "incident_attempt" USING btree ("started_at") WHERE outcome = 'open';--> statement-breakpoint
CREATE INDEX "incident_attempt_shop" ON "incident_attempt" USING btree ("shop_id","started_at");--> statement-breakpoint
CREATE INDEX "process_mark_at" ON "process_mark" USING btree ("at");--> statement-breakpoint
CREATE INDEX "server_attempt_id" ON "server_attempt" USING btree ("attempt_id");--> statement-breakpoint
CREATE INDEX "server_attempt_submission" ON "server_attempt" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "server_attempt_failed" ON "server_attempt" USING btree ("received_at") WHERE http_status >= 500 or finished_at is null;--> statement-breakpoint
CREATE INDEX "line_item_id" ON "line_item" USING btree ("id");--> statement-breakpoint
CREATE INDEX "review_submission_id" ON "review_submission" USING btree ("submission_id");