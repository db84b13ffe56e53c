ALTER TABLE "client_report" ADD COLUMN "presence" text;--> statement-breakpoint
ALTER TABLE "client_report" ADD COLUMN "origin_answered" boolean;--> statement-breakpoint
ALTER TABLE "client_report" ADD COLUMN "address_answered" boolean;--> statement-breakpoint
ALTER TABLE "client_report" ADD COLUMN "is_forbidden" boolean DEFAULT false NOT NULL;