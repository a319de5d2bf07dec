CREATE TABLE "recovery_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"public_key" text NOT NULL,
	"made_on" date NOT NULL,
	"retired_on" date
);
--> statement-breakpoint
CREATE TABLE "tip_audit_lines" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tip_audit_lines_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"day" date NOT NULL,
	"event" text NOT NULL,
	"staff_id" text,
	"subject" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"hash" text
);
--> statement-breakpoint
CREATE TABLE "tip_holders" (
	"staff_id" text PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"wrapped_secret" text NOT NULL,
	"deputy_id" text,
	"head_id" text,
	"made_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tip_messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tip_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"sender" text NOT NULL,
	"content" "bytea" NOT NULL,
	"sent_on" date NOT NULL,
	"read_on" date,
	"form_token_hash" text,
	CONSTRAINT "tip_messages_formTokenHash_unique" UNIQUE("form_token_hash"),
	CONSTRAINT "tip_messages_tipId_position_unique" UNIQUE("tip_id","position")
);
--> statement-breakpoint
CREATE TABLE "tip_photos" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"form_hash" text NOT NULL,
	"tip_id" uuid,
	"message_id" uuid,
	"position" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"digest" text NOT NULL,
	"content" "bytea" NOT NULL,
	"original" "bytea",
	"kept_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tip_unlocks" (
	"session_id" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"sealed_secret" text NOT NULL,
	"used_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tips" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"ref" text NOT NULL,
	"status" text DEFAULT 'received' NOT NULL,
	"registration_number" text,
	"area_code" text NOT NULL,
	"received_on" date NOT NULL,
	"opened_on" date,
	"closed_on" date,
	"handed_over_on" date,
	"handed_over_digest" text,
	"assignee_id" text,
	"code_hash" text NOT NULL,
	"code_public_key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"content" "bytea" NOT NULL,
	"sealed_key" "bytea" NOT NULL,
	"tips_key_id" uuid NOT NULL,
	"resident_key" "bytea" NOT NULL,
	"example" boolean DEFAULT false NOT NULL,
	CONSTRAINT "tips_ref_unique" UNIQUE("ref"),
	CONSTRAINT "tips_registrationNumber_unique" UNIQUE("registration_number"),
	CONSTRAINT "tips_codeHash_unique" UNIQUE("code_hash")
);
--> statement-breakpoint
CREATE TABLE "tips_key_grants" (
	"key_id" uuid NOT NULL,
	"staff_id" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"granted_by_id" text,
	"granted_on" date NOT NULL,
	CONSTRAINT "tips_key_grants_key_id_staff_id_pk" PRIMARY KEY("key_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "tips_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"public_key" text NOT NULL,
	"recovery_sealed" "bytea" NOT NULL,
	"recovery_key_id" uuid NOT NULL,
	"made_on" date NOT NULL,
	"retired_on" date
);
--> statement-breakpoint
ALTER TABLE "tip_holders" ADD CONSTRAINT "tip_holders_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tip_holders" ADD CONSTRAINT "tip_holders_deputy_id_staff_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tip_holders" ADD CONSTRAINT "tip_holders_head_id_staff_id_fk" FOREIGN KEY ("head_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tip_messages" ADD CONSTRAINT "tip_messages_tip_id_tips_id_fk" FOREIGN KEY ("tip_id") REFERENCES "public"."tips"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tip_photos" ADD CONSTRAINT "tip_photos_message_id_tip_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."tip_messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tip_photos" ADD CONSTRAINT "tip_photos_tip_id_tips_id_fk" FOREIGN KEY ("tip_id") REFERENCES "public"."tips"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tip_unlocks" ADD CONSTRAINT "tip_unlocks_session_id_staff_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."staff_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tip_unlocks" ADD CONSTRAINT "tip_unlocks_staff_id_tip_holders_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."tip_holders"("staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tips" ADD CONSTRAINT "tips_area_code_areas_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."areas"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tips" ADD CONSTRAINT "tips_assignee_id_staff_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tips" ADD CONSTRAINT "tips_tips_key_id_tips_keys_id_fk" FOREIGN KEY ("tips_key_id") REFERENCES "public"."tips_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tips_key_grants" ADD CONSTRAINT "tips_key_grants_key_id_tips_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."tips_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tips_key_grants" ADD CONSTRAINT "tips_key_grants_staff_id_tip_holders_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."tip_holders"("staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tips_key_grants" ADD CONSTRAINT "tips_key_grants_granted_by_id_staff_id_fk" FOREIGN KEY ("granted_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tips_keys" ADD CONSTRAINT "tips_keys_recovery_key_id_recovery_keys_id_fk" FOREIGN KEY ("recovery_key_id") REFERENCES "public"."recovery_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "recovery_keys_one_in_use" ON "recovery_keys" USING btree ((true)) WHERE retired_on is null;--> statement-breakpoint
CREATE INDEX "tip_photos_tip_id_position_index" ON "tip_photos" USING btree ("tip_id","position");--> statement-breakpoint
CREATE INDEX "tip_photos_form_hash_index" ON "tip_photos" USING btree ("form_hash");--> statement-breakpoint
CREATE INDEX "tips_status_received_on_index" ON "tips" USING btree ("status","received_on");--> statement-breakpoint
CREATE INDEX "tips_tips_key_id_index" ON "tips" USING btree ("tips_key_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tips_keys_one_in_use" ON "tips_keys" USING btree ((true)) WHERE retired_on is null;