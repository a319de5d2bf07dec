ALTER TABLE "submissions" ADD COLUMN "due_on" date;--> statement-breakpoint
CREATE INDEX "submissions_due" ON "submissions" USING btree ("receiving_authority","due_on") WHERE due_on is not null;