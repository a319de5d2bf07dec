CREATE TABLE "hexagon_counts" (
	"level" smallint NOT NULL,
	"area_code" text NOT NULL,
	"cell" text NOT NULL,
	"quarter" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "hexagon_counts_level_area_code_cell_pk" PRIMARY KEY("level","area_code","cell")
);
--> statement-breakpoint
DROP INDEX "submission_commitments_commitment_id_index";--> statement-breakpoint
ALTER TABLE "commitments" ADD COLUMN "voices" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "submission_commitments" ADD COLUMN "shown_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "block" text;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "quarter" text;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "ward" text;--> statement-breakpoint
ALTER TABLE "hexagon_counts" ADD CONSTRAINT "hexagon_counts_area_code_areas_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."areas"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hexagon_counts_quarter_level_index" ON "hexagon_counts" USING btree ("quarter","level");--> statement-breakpoint
CREATE INDEX "submission_commitments_shown" ON "submission_commitments" USING btree ("commitment_id","shown_at","submission_id");--> statement-breakpoint
CREATE INDEX "submissions_published_by_kind" ON "submissions" USING btree ("kind","published_at","id") WHERE published_at is not null;--> statement-breakpoint
CREATE INDEX "submissions_published_by_category" ON "submissions" USING btree ("category","published_at","id","kind") WHERE published_at is not null;--> statement-breakpoint
CREATE INDEX "submissions_published_by_area" ON "submissions" USING btree ("public_area_code","published_at","id","category","kind") WHERE published_at is not null;--> statement-breakpoint
CREATE INDEX "submissions_published_by_cell" ON "submissions" USING btree ("cell","published_at","id","category","kind") WHERE published_at is not null;--> statement-breakpoint
CREATE INDEX "submissions_published_by_block" ON "submissions" USING btree ("block","published_at","id","category","kind") WHERE published_at is not null;--> statement-breakpoint
CREATE INDEX "submissions_published_by_quarter" ON "submissions" USING btree ("quarter","published_at","id","category","kind") WHERE published_at is not null;--> statement-breakpoint
CREATE INDEX "submissions_published_by_ward" ON "submissions" USING btree ("ward","published_at","id","category","kind") WHERE published_at is not null;