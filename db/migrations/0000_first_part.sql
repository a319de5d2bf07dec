CREATE TABLE "areas" (
	"code" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"district_code" text NOT NULL,
	"district_name" text NOT NULL,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL,
	"sparse" boolean DEFAULT false NOT NULL,
	"outline" jsonb NOT NULL,
	CONSTRAINT "areas_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "everyday_names" (
	"name" text NOT NULL,
	"area_code" text NOT NULL,
	CONSTRAINT "everyday_names_name_area_code_pk" PRIMARY KEY("name","area_code")
);
--> statement-breakpoint
CREATE TABLE "map_lines" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "map_lines_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"line" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "places" (
	"slug" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"area_code" text NOT NULL,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "working_area_areas" (
	"working_area" text NOT NULL,
	"area_code" text NOT NULL,
	CONSTRAINT "working_area_areas_working_area_area_code_pk" PRIMARY KEY("working_area","area_code")
);
--> statement-breakpoint
CREATE TABLE "working_areas" (
	"slug" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commitment_owners" (
	"commitment_id" uuid NOT NULL,
	"organisation" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "commitment_owners_commitment_id_organisation_pk" PRIMARY KEY("commitment_id","organisation")
);
--> statement-breakpoint
CREATE TABLE "commitments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"pledge_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"slug" text NOT NULL,
	"title" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"measure" text NOT NULL,
	"comparison" text,
	"target" integer,
	"unit" jsonb,
	"per" text,
	CONSTRAINT "commitments_slug_unique" UNIQUE("slug"),
	CONSTRAINT "commitments_pledgeId_number_unique" UNIQUE("pledge_id","number")
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"commitment_id" uuid NOT NULL,
	"organisation" text NOT NULL,
	"on" date NOT NULL,
	"count" integer,
	"area_code" text,
	"note" text DEFAULT '' NOT NULL,
	"corrects_id" uuid,
	"staff_id" text,
	"example" boolean DEFAULT false NOT NULL,
	"reported_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pledges" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"state" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"title" jsonb NOT NULL,
	"situation" jsonb NOT NULL,
	"focus" jsonb NOT NULL,
	"aims" jsonb NOT NULL,
	"follow_along" jsonb NOT NULL,
	"contact" jsonb NOT NULL,
	"example" boolean DEFAULT false NOT NULL,
	CONSTRAINT "pledges_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"state" text NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "bookings_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"email" text,
	"party_size" integer NOT NULL,
	"language" text NOT NULL,
	"needs" text DEFAULT '' NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"offered_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bookings_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "dialogue_commitments" (
	"dialogue_id" uuid NOT NULL,
	"commitment_id" uuid NOT NULL,
	CONSTRAINT "dialogue_commitments_dialogue_id_commitment_id_pk" PRIMARY KEY("dialogue_id","commitment_id")
);
--> statement-breakpoint
CREATE TABLE "dialogue_questions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"label" jsonb NOT NULL,
	"kind" text NOT NULL,
	"options" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"required" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dialogues" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"organisation" text NOT NULL,
	"title" jsonb NOT NULL,
	"summary" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"sign_up_closes_at" timestamp (3) with time zone NOT NULL,
	"place_name" text NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"place" text,
	"area_code" text NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"online_url" text,
	"capacity" integer,
	"max_party_size" integer DEFAULT 4 NOT NULL,
	"languages" text[] NOT NULL,
	"interpretation" text[] NOT NULL,
	"step_free" boolean DEFAULT false NOT NULL,
	"hearing_loop" boolean DEFAULT false NOT NULL,
	"childcare" boolean DEFAULT false NOT NULL,
	"food" boolean DEFAULT false NOT NULL,
	"steps" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"cancelled_reason" jsonb,
	"said" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"will_do" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"cannot" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"example" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dialogues_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "audit_lines" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_lines_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"event" text NOT NULL,
	"staff_id" text,
	"subject" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "day_keys" (
	"day" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lasting_keys" (
	"purpose" text PRIMARY KEY NOT NULL,
	"wrapped" text NOT NULL,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"language" text NOT NULL,
	"kept_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal_settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "tips_is_signpost_or_open" CHECK ("portal_settings"."name" <> 'tips' or "portal_settings"."value" in ('signpost', 'open'))
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "registers" (
	"authority" text NOT NULL,
	"year" integer NOT NULL,
	"last_number" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "registers_authority_year_pk" PRIMARY KEY("authority","year")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"slug" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"authority" text,
	"entries_shown" text DEFAULT 'at-once' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"role" text NOT NULL,
	"organisation" text NOT NULL,
	"signs_as" jsonb NOT NULL,
	"deactivated_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "staff_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "staff_accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"staff_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "staff_sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "staff_verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "legal_moves" (
	"from_status" text NOT NULL,
	"to_status" text NOT NULL,
	CONSTRAINT "legal_moves_from_status_to_status_pk" PRIMARY KEY("from_status","to_status")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"sender" text NOT NULL,
	"staff_id" text,
	"signed_as" jsonb,
	"body" text NOT NULL,
	"form_token_hash" text,
	"sent_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "messages_formTokenHash_unique" UNIQUE("form_token_hash")
);
--> statement-breakpoint
CREATE TABLE "moves" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"from_status" text NOT NULL,
	"to_status" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"staff_id" text,
	"moved_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"organisation" text NOT NULL,
	"staff_id" text NOT NULL,
	"body" text NOT NULL,
	"shared_at" timestamp (3) with time zone,
	"written_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"audience" text NOT NULL,
	"body" jsonb NOT NULL,
	"signed_as" jsonb NOT NULL,
	"organisation" text NOT NULL,
	"staff_id" text NOT NULL,
	"given_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "routings" (
	"submission_id" uuid NOT NULL,
	"organisation" text NOT NULL,
	"rewritten_body" text,
	"staff_id" text NOT NULL,
	"routed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "routings_submission_id_organisation_pk" PRIMARY KEY("submission_id","organisation")
);
--> statement-breakpoint
CREATE TABLE "submission_commitments" (
	"submission_id" uuid NOT NULL,
	"commitment_id" uuid NOT NULL,
	"staff_id" text NOT NULL,
	"linked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "submission_commitments_submission_id_commitment_id_pk" PRIMARY KEY("submission_id","commitment_id")
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"ref" text NOT NULL,
	"kind" text NOT NULL,
	"category" text NOT NULL,
	"status" text DEFAULT 'received' NOT NULL,
	"status_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"receiving_authority" text NOT NULL,
	"registration_number" text,
	"language" text NOT NULL,
	"body" text NOT NULL,
	"area_code" text NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"place" text,
	"place_note" text DEFAULT '' NOT NULL,
	"contact_email" text,
	"code_hash" text NOT NULL,
	"code_public_key" text NOT NULL,
	"assignee_id" text,
	"merged_into_id" uuid,
	"status_before_merge" text,
	"screened_at" timestamp (3) with time zone,
	"public_title" jsonb,
	"public_body" jsonb,
	"cell" text,
	"public_area_code" text,
	"published_at" timestamp (3) with time zone,
	"example" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "submissions_ref_unique" UNIQUE("ref"),
	CONSTRAINT "submissions_registrationNumber_unique" UNIQUE("registration_number"),
	CONSTRAINT "submissions_codeHash_unique" UNIQUE("code_hash")
);
--> statement-breakpoint
ALTER TABLE "everyday_names" ADD CONSTRAINT "everyday_names_area_code_areas_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."areas"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_area_code_areas_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."areas"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_area_areas" ADD CONSTRAINT "working_area_areas_working_area_working_areas_slug_fk" FOREIGN KEY ("working_area") REFERENCES "public"."working_areas"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_area_areas" ADD CONSTRAINT "working_area_areas_area_code_areas_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."areas"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_owners" ADD CONSTRAINT "commitment_owners_commitment_id_commitments_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_owners" ADD CONSTRAINT "commitment_owners_organisation_organisations_slug_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_pledge_id_pledges_id_fk" FOREIGN KEY ("pledge_id") REFERENCES "public"."pledges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_commitment_id_commitments_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_organisation_organisations_slug_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_area_code_areas_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."areas"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_dialogue_id_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_commitments" ADD CONSTRAINT "dialogue_commitments_dialogue_id_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_commitments" ADD CONSTRAINT "dialogue_commitments_commitment_id_commitments_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_questions" ADD CONSTRAINT "dialogue_questions_dialogue_id_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogues" ADD CONSTRAINT "dialogues_organisation_organisations_slug_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogues" ADD CONSTRAINT "dialogues_place_places_slug_fk" FOREIGN KEY ("place") REFERENCES "public"."places"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogues" ADD CONSTRAINT "dialogues_area_code_areas_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."areas"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_organisation_organisations_slug_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_accounts" ADD CONSTRAINT "staff_accounts_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_sessions" ADD CONSTRAINT "staff_sessions_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moves" ADD CONSTRAINT "moves_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moves" ADD CONSTRAINT "moves_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_organisation_organisations_slug_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_organisation_organisations_slug_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routings" ADD CONSTRAINT "routings_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routings" ADD CONSTRAINT "routings_organisation_organisations_slug_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routings" ADD CONSTRAINT "routings_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_commitments" ADD CONSTRAINT "submission_commitments_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_commitments" ADD CONSTRAINT "submission_commitments_commitment_id_commitments_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_commitments" ADD CONSTRAINT "submission_commitments_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_area_code_areas_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."areas"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_place_places_slug_fk" FOREIGN KEY ("place") REFERENCES "public"."places"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_assignee_id_staff_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_public_area_code_areas_code_fk" FOREIGN KEY ("public_area_code") REFERENCES "public"."areas"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_merged_into_id_submissions_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "places_area_code_index" ON "places" USING btree ("area_code");--> statement-breakpoint
CREATE INDEX "entries_commitment_id_on_index" ON "entries" USING btree ("commitment_id","on");--> statement-breakpoint
CREATE INDEX "bookings_dialogue_id_state_position_index" ON "bookings" USING btree ("dialogue_id","state","position");--> statement-breakpoint
CREATE INDEX "dialogue_questions_dialogue_id_position_index" ON "dialogue_questions" USING btree ("dialogue_id","position");--> statement-breakpoint
CREATE INDEX "dialogues_starts_at_index" ON "dialogues" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "audit_lines_subject_id_index" ON "audit_lines" USING btree ("subject","id");--> statement-breakpoint
CREATE INDEX "staff_accounts_staff_id_index" ON "staff_accounts" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "staff_sessions_staff_id_index" ON "staff_sessions" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "messages_submission_id_sent_at_index" ON "messages" USING btree ("submission_id","sent_at");--> statement-breakpoint
CREATE INDEX "moves_submission_id_moved_at_index" ON "moves" USING btree ("submission_id","moved_at");--> statement-breakpoint
CREATE INDEX "notes_submission_id_written_at_index" ON "notes" USING btree ("submission_id","written_at");--> statement-breakpoint
CREATE INDEX "responses_submission_id_version_index" ON "responses" USING btree ("submission_id","version");--> statement-breakpoint
CREATE INDEX "routings_organisation_index" ON "routings" USING btree ("organisation");--> statement-breakpoint
CREATE INDEX "submission_commitments_commitment_id_index" ON "submission_commitments" USING btree ("commitment_id");--> statement-breakpoint
CREATE INDEX "submissions_receiving_authority_status_created_at_index" ON "submissions" USING btree ("receiving_authority","status","created_at");--> statement-breakpoint
CREATE INDEX "submissions_area_code_index" ON "submissions" USING btree ("area_code");--> statement-breakpoint
CREATE INDEX "submissions_assignee_id_index" ON "submissions" USING btree ("assignee_id");--> statement-breakpoint
CREATE INDEX "submissions_published" ON "submissions" USING btree ("published_at","id") WHERE published_at is not null;--> statement-breakpoint
CREATE INDEX "submissions_to_close" ON "submissions" USING btree ("status_at") WHERE status = 'answered';