DROP INDEX "auth_event_notice";--> statement-breakpoint
DROP INDEX "auth_event_person";--> statement-breakpoint
CREATE INDEX "auth_event_restore" ON "auth_event" USING btree ("at") WHERE type in ('ahead', 'restored');--> statement-breakpoint
CREATE INDEX "auth_session_revoked" ON "auth_session" USING btree ("revoked_at") WHERE revoke_reason in ('reuse', 'logout', 'admin');--> statement-breakpoint
CREATE INDEX "auth_event_notice" ON "auth_event" USING btree ("at") WHERE type in ('reuse', 'password_changed', 'password_reset', 'restored') and notice_queued_at is null;--> statement-breakpoint
CREATE INDEX "auth_event_person" ON "auth_event" USING btree ("user_id","type") WHERE type in ('reuse', 'password_changed', 'password_reset', 'restored');