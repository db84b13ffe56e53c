CREATE TABLE "link_hit" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"review_request_id" uuid NOT NULL,
	"at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"ua_family" text,
	"ip_prefix" text,
	CONSTRAINT "link_hit_pkey" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "review_submission" (
	"shop_id" uuid NOT NULL,
	"review_request_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"fingerprint" "bytea" NOT NULL,
	"answer" text NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_submission_pkey" PRIMARY KEY("shop_id","review_request_id","submission_id")
);
--> statement-breakpoint
ALTER TABLE "review_draft" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "link_hit" ADD CONSTRAINT "link_hit_request_fkey" FOREIGN KEY ("shop_id","review_request_id") REFERENCES "public"."review_request"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_submission" ADD CONSTRAINT "review_submission_request_fkey" FOREIGN KEY ("shop_id","review_request_id") REFERENCES "public"."review_request"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "link_hit_request" ON "link_hit" USING btree ("shop_id","review_request_id","at");--> statement-breakpoint
CREATE INDEX "link_hit_at" ON "link_hit" USING btree ("shop_id","at");--> statement-breakpoint
CREATE INDEX "review_submission_at" ON "review_submission" USING btree ("created_at");