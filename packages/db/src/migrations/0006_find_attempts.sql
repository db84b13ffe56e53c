CREATE INDEX "incident_attempt_time" ON "incident_attempt" USING btree ("started_at","attempt_id");--> statement-breakpoint
CREATE INDEX "incident_attempt_request" ON "incident_attempt" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "incident_attempt_submission" ON "incident_attempt" USING btree ("submission_id");