ALTER TABLE "staff" ADD COLUMN "areas" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff_invitations" ADD COLUMN "areas" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_limited_by_role" CHECK ("staff"."areas" = '{}' or "staff"."role" in ('officer', 'coordinator', 'partner'));--> statement-breakpoint
ALTER TABLE "staff_invitations" ADD CONSTRAINT "staff_invitations_limited_by_role" CHECK ("staff_invitations"."areas" = '{}' or "staff_invitations"."role" in ('officer', 'coordinator', 'partner'));