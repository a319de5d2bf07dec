CREATE TABLE "routing_rules" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"authority" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"areas" text[] DEFAULT '{}' NOT NULL,
	"categories" text[] DEFAULT '{}' NOT NULL,
	"kinds" text[] DEFAULT '{}' NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"words" text[] DEFAULT '{}' NOT NULL,
	"from_time" text,
	"to_time" text,
	"organisation" text,
	"assignee_id" text,
	"priority" text,
	"answer_within" smallint,
	"made_by_id" text NOT NULL,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "rule_never_of_tips" CHECK (not ('tip' = any ("routing_rules"."kinds"))),
	CONSTRAINT "rule_has_both_times" CHECK (("routing_rules"."from_time" is null) = ("routing_rules"."to_time" is null))
);
--> statement-breakpoint
ALTER TABLE "routings" ALTER COLUMN "staff_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "routings" ADD COLUMN "rule_id" uuid;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "priority" text DEFAULT 'normal' NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "deadline_on" date;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "ruled_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "rule_id" uuid;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "proposed_to" text;--> statement-breakpoint
ALTER TABLE "routing_rules" ADD CONSTRAINT "routing_rules_organisation_organisations_slug_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_rules" ADD CONSTRAINT "routing_rules_assignee_id_staff_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_rules" ADD CONSTRAINT "routing_rules_made_by_id_staff_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "routing_rules_in_force" ON "routing_rules" USING btree ("authority","position") WHERE ended_at is null;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_proposed_to_organisations_slug_fk" FOREIGN KEY ("proposed_to") REFERENCES "public"."organisations"("slug") ON DELETE no action ON UPDATE no action;