CREATE TABLE "handovers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"from_authority" text NOT NULL,
	"to_authority" text NOT NULL,
	"registration_number" text,
	"staff_id" text NOT NULL,
	"handed_over_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "moves" ADD COLUMN "outside" text;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "handovers_submission_id_handed_over_at_index" ON "handovers" USING btree ("submission_id","handed_over_at");