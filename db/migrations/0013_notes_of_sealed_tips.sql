ALTER TABLE "tips" ADD COLUMN "officers_content" "bytea";--> statement-breakpoint
ALTER TABLE "tips" ADD COLUMN "officers_key" "bytea";