CREATE TABLE "mail_allowance" (
	"kind" text NOT NULL,
	"subject" "bytea" NOT NULL,
	"sent" integer NOT NULL,
	"next_at" timestamp (6) with time zone NOT NULL,
	"forgotten_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "mail_allowance_pkey" PRIMARY KEY("kind","subject")
);
--> statement-breakpoint
CREATE INDEX "mail_allowance_end" ON "mail_allowance" USING btree ("forgotten_at");--> statement-breakpoint
CREATE INDEX "auth_event_person" ON "auth_event" USING btree ("user_id","type") WHERE type in ('reuse', 'password_changed', 'password_reset');