ALTER TABLE "submissions" ADD COLUMN "status_at_before_merge" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "submissions_merged" ON "submissions" USING btree ("merged_into_id") WHERE merged_into_id is not null;--> statement-breakpoint
CREATE INDEX "submissions_alike" ON "submissions" USING btree ("area_code","category","created_at");