CREATE TABLE "attempt_count" (
	"scope" text NOT NULL,
	"subject" "bytea" NOT NULL,
	"count" integer NOT NULL,
	"window_ends_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "attempt_count_pkey" PRIMARY KEY("scope","subject")
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"email" "citext" NOT NULL,
	"role" text NOT NULL,
	"token_hash" "bytea",
	"invited_by" uuid NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL,
	"accepted_at" timestamp (6) with time zone,
	"revoked_at" timestamp (6) with time zone,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitation_pkey" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "refresh_pepper" (
	"kid" smallint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "refresh_pepper_kid_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 32767 START WITH 1 CACHE 1),
	"secret_sealed" "bytea" NOT NULL,
	"accepted_until" timestamp (6) with time zone,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_token" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"purpose" text NOT NULL,
	"user_id" uuid NOT NULL,
	"token_hash" "bytea",
	"code_hash" "bytea",
	"code_attempts" integer DEFAULT 0 NOT NULL,
	"browser_hash" "bytea",
	"next_path" text,
	"expires_at" timestamp (6) with time zone NOT NULL,
	"used_at" timestamp (6) with time zone,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signing_key" (
	"kid" text PRIMARY KEY NOT NULL,
	"alg" text NOT NULL,
	"public_jwk" jsonb NOT NULL,
	"private_key_sealed" "bytea" NOT NULL,
	"not_before" timestamp (6) with time zone NOT NULL,
	"retire_after" timestamp (6) with time zone,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_identity" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"user_id" uuid NOT NULL,
	"last_used_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_identity_pkey" PRIMARY KEY("issuer","subject")
);
--> statement-breakpoint
ALTER TABLE "auth_event" ADD COLUMN "notice_queued_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "auth_session" ADD COLUMN "amr" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_shop_fkey" FOREIGN KEY ("shop_id") REFERENCES "public"."shop"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attempt_count_end" ON "attempt_count" USING btree ("window_ends_at");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_token_key" ON "invitation" USING btree ("shop_id","token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_open_key" ON "invitation" USING btree ("shop_id","email") WHERE accepted_at is null and revoked_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "sign_in_token_hash_key" ON "sign_in_token" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sign_in_token_user" ON "sign_in_token" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_in_token_browser" ON "sign_in_token" USING btree ("browser_hash");--> statement-breakpoint
CREATE INDEX "sign_in_token_end" ON "sign_in_token" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "user_identity_user" ON "user_identity" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_event_notice" ON "auth_event" USING btree ("at") WHERE type in ('reuse', 'password_changed', 'password_reset') and notice_queued_at is null;