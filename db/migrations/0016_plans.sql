CREATE TABLE "four_eyes" (
	"category" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"set_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"act" text NOT NULL,
	"answer" jsonb,
	"mark" text,
	"staff_id" text NOT NULL,
	"due_at" timestamp (3) with time zone,
	"needs_second" boolean DEFAULT false NOT NULL,
	"approved_by_id" text,
	"approved_at" timestamp (3) with time zone,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended" text,
	"refusal" text,
	CONSTRAINT "second_is_another" CHECK ("plans"."approved_by_id" is null or "plans"."approved_by_id" <> "plans"."staff_id")
);
--> statement-breakpoint
ALTER TABLE "four_eyes" ADD CONSTRAINT "four_eyes_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_approved_by_id_staff_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "plans_open" ON "plans" USING btree ("submission_id","act") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "plans_due" ON "plans" USING btree ("due_at") WHERE ended_at is null;