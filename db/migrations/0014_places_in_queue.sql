DROP INDEX "routings_organisation_index";--> statement-breakpoint
DROP INDEX "submissions_receiving_authority_status_created_at_index";--> statement-breakpoint
DROP INDEX "submissions_area_code_index";--> statement-breakpoint
DROP INDEX "submissions_assignee_id_index";--> statement-breakpoint
ALTER TABLE "routings" ADD COLUMN "status" text DEFAULT 'received' NOT NULL;--> statement-breakpoint
ALTER TABLE "routings" ADD COLUMN "urgency" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "routings" ADD COLUMN "turn" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "last_word" text;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "has_photos" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "linked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "urgency" smallint GENERATED ALWAYS AS (case
  when status in ('answered', 'closed', 'redirected', 'merged', 'not_pursued') then case when held_for <> '{}' and spam_at is null then 21 else 20 end
  else case
    when status in ('received', 'screening') then 1
    when status = 'reopen_requested' then 2
    when last_word = 'resident' then 3
    when status = 'in_progress' then 4
    else 5 end
    + case when held_for <> '{}' and spam_at is null then 10 else 0 end
  end) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "turn" bigint GENERATED ALWAYS AS (case when status in ('answered', 'closed', 'redirected', 'merged', 'not_pursued') then -(extract(epoch from (status_at - '1970-01-01 00:00:00+00'::timestamptz)) * 1000)::bigint else (extract(epoch from (created_at - '1970-01-01 00:00:00+00'::timestamptz)) * 1000)::bigint end) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "routings_queue" ON "routings" USING btree ("organisation","status","urgency","turn","submission_id");--> statement-breakpoint
CREATE INDEX "submissions_queue" ON "submissions" USING btree ("receiving_authority","status","urgency","turn","id");--> statement-breakpoint
CREATE INDEX "submissions_queue_by_area" ON "submissions" USING btree ("receiving_authority","area_code","status","urgency","turn","id");--> statement-breakpoint
CREATE INDEX "submissions_queue_by_category" ON "submissions" USING btree ("receiving_authority","category","status","urgency","turn","id");--> statement-breakpoint
CREATE INDEX "submissions_queue_by_assignee" ON "submissions" USING btree ("receiving_authority","assignee_id","status","urgency","turn","id");--> statement-breakpoint
CREATE INDEX "submissions_queue_by_language" ON "submissions" USING btree ("receiving_authority","written_in","status","urgency","turn","id");