CREATE TABLE "audit_anchors" (
	"chain" text NOT NULL,
	"day" date NOT NULL,
	"position" bigint NOT NULL,
	"hash" text NOT NULL,
	"signature" text NOT NULL,
	CONSTRAINT "audit_anchors_chain_day_pk" PRIMARY KEY("chain","day")
);
--> statement-breakpoint
ALTER TABLE "audit_lines" ADD COLUMN "position" bigint;--> statement-breakpoint
ALTER TABLE "audit_lines" ADD COLUMN "hash" text;--> statement-breakpoint
ALTER TABLE "tip_audit_lines" ADD COLUMN "position" bigint;--> statement-breakpoint
CREATE INDEX "audit_lines_event_id_index" ON "audit_lines" USING btree ("event","id");--> statement-breakpoint
CREATE INDEX "audit_lines_staff_id_id_index" ON "audit_lines" USING btree ("staff_id","id");--> statement-breakpoint
CREATE INDEX "audit_lines_at_index" ON "audit_lines" USING brin ("at");--> statement-breakpoint
CREATE INDEX "audit_lines_to_link" ON "audit_lines" USING btree ("id") WHERE position is null;--> statement-breakpoint
CREATE INDEX "tip_audit_lines_to_link" ON "tip_audit_lines" USING btree ("id") WHERE position is null;--> statement-breakpoint
ALTER TABLE "audit_lines" ADD CONSTRAINT "audit_lines_position_unique" UNIQUE("position");--> statement-breakpoint
ALTER TABLE "tip_audit_lines" ADD CONSTRAINT "tip_audit_lines_position_unique" UNIQUE("position");