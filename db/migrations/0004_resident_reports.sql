CREATE TABLE "bells" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid,
	"follower_id" uuid,
	"email" text NOT NULL,
	"language" text NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bells_submissionId_unique" UNIQUE("submission_id"),
	CONSTRAINT "bells_followerId_unique" UNIQUE("follower_id"),
	CONSTRAINT "bell_of_one" CHECK (num_nonnulls(submission_id, follower_id) = 1)
);
--> statement-breakpoint
CREATE TABLE "followers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"language" text NOT NULL,
	"followed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "followers_codeHash_unique" UNIQUE("code_hash")
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"response_version" integer NOT NULL,
	"heard" text NOT NULL,
	"rated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ratings_submissionId_responseVersion_unique" UNIQUE("submission_id","response_version")
);
--> statement-breakpoint
CREATE TABLE "photos" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"form_hash" text NOT NULL,
	"submission_id" uuid,
	"message_id" uuid,
	"position" integer DEFAULT 0 NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"digest" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"sealed_original" "bytea",
	"kept_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "category_questions" (
	"category" text NOT NULL,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"label" jsonb NOT NULL,
	"hint" jsonb,
	"options" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"shown_when" jsonb,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "category_questions_category_key_pk" PRIMARY KEY("category","key")
);
--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "aliases" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "written_in" text;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "channel" text DEFAULT 'web' NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "interpreted_from" text;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "entered_by_id" text;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "answers" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "fingerprint" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "held_for" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "spam_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "vicinity" text;--> statement-breakpoint
ALTER TABLE "bells" ADD CONSTRAINT "bells_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bells" ADD CONSTRAINT "bells_follower_id_followers_id_fk" FOREIGN KEY ("follower_id") REFERENCES "public"."followers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followers" ADD CONSTRAINT "followers_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "followers_submission_id_index" ON "followers" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "photos_submission_id_position_index" ON "photos" USING btree ("submission_id","position");--> statement-breakpoint
CREATE INDEX "photos_form_hash_index" ON "photos" USING btree ("form_hash");--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_entered_by_id_staff_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "submissions_near" ON "submissions" USING btree ("vicinity","category","published_at") WHERE published_at is not null and status in ('received', 'screening', 'in_progress', 'waiting_for_resident', 'reopen_requested');--> statement-breakpoint
CREATE INDEX "submissions_created_at_index" ON "submissions" USING btree ("created_at");