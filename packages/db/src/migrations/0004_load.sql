CREATE TABLE "browser_report" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "browser_report_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"at" timestamp (6) with time zone NOT NULL,
	"url" text NOT NULL,
	"phase" text,
	"reason" text,
	"http_status" integer,
	"elapsed_ms" integer,
	"browser" text,
	"place" text
);
--> statement-breakpoint
CREATE INDEX "browser_report_at" ON "browser_report" USING btree ("at");