CREATE TABLE "disposal_rules" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"authority" text NOT NULL,
	"target" text NOT NULL,
	"kind" text NOT NULL,
	"after_days" integer NOT NULL,
	"decision" text NOT NULL,
	"made_by_id" text NOT NULL,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"approved_by_id" text,
	"approved_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "disposal_has_decision" CHECK (btrim("disposal_rules"."decision") <> ''),
	CONSTRAINT "disposal_has_age" CHECK ("disposal_rules"."after_days" >= 1),
	CONSTRAINT "disposal_never_of_tips" CHECK ("disposal_rules"."kind" <> 'tip')
);
--> statement-breakpoint
CREATE TABLE "disposals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"rule_id" uuid NOT NULL,
	"disposed_on" date NOT NULL,
	"count" integer NOT NULL,
	"registration_numbers" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"registration_number" text PRIMARY KEY NOT NULL,
	"authority" text NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"registered_on" date NOT NULL,
	"submission_id" uuid,
	"disposed_on" date,
	"disposal_decision" text,
	CONSTRAINT "registrations_submissionId_unique" UNIQUE("submission_id"),
	CONSTRAINT "registrations_authority_year_number_unique" UNIQUE("authority","year","number")
);
--> statement-breakpoint
CREATE TABLE "secrecy_marks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"what" text NOT NULL,
	"law" text NOT NULL,
	"staff_id" text NOT NULL,
	"marked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"lifted_by_id" text,
	"lifted_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "registers" DROP CONSTRAINT "registers_authority_year_pk";--> statement-breakpoint
ALTER TABLE "registers" ADD COLUMN "register" text DEFAULT 'submissions' NOT NULL;--> statement-breakpoint
ALTER TABLE "disposal_rules" ADD CONSTRAINT "disposal_rules_made_by_id_staff_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disposal_rules" ADD CONSTRAINT "disposal_rules_approved_by_id_staff_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disposals" ADD CONSTRAINT "disposals_rule_id_disposal_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."disposal_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "secrecy_marks" ADD CONSTRAINT "secrecy_marks_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "secrecy_marks" ADD CONSTRAINT "secrecy_marks_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "secrecy_marks" ADD CONSTRAINT "secrecy_marks_lifted_by_id_staff_id_fk" FOREIGN KEY ("lifted_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "secrecy_marks_submission_id_index" ON "secrecy_marks" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "submissions_to_register" ON "submissions" USING btree ("receiving_authority","created_at") WHERE registration_number is null;--> statement-breakpoint
ALTER TABLE "registers" ADD CONSTRAINT "registers_authority_register_year_unique" UNIQUE("authority","register","year");