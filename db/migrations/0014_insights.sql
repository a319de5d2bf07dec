CREATE TABLE "answer_times" (
	"week" date NOT NULL,
	"authority" text NOT NULL,
	"area_code" text NOT NULL,
	"category" text NOT NULL,
	"language" text NOT NULL,
	"days" smallint NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "answer_times_pk" PRIMARY KEY("week","authority","area_code","category","language","days")
);
--> statement-breakpoint
CREATE TABLE "counted_weeks" (
	"week" date PRIMARY KEY NOT NULL,
	"counted_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "weekly_counts" (
	"week" date NOT NULL,
	"authority" text NOT NULL,
	"area_code" text NOT NULL,
	"category" text NOT NULL,
	"language" text NOT NULL,
	"received" integer NOT NULL,
	"linked" integer NOT NULL,
	"answered" integer NOT NULL,
	"heard_yes" integer NOT NULL,
	"heard_partly" integer NOT NULL,
	"heard_no" integer NOT NULL,
	CONSTRAINT "weekly_counts_pk" PRIMARY KEY("week","authority","area_code","category","language")
);
--> statement-breakpoint
CREATE TABLE "weekly_hexagons" (
	"week" date NOT NULL,
	"authority" text NOT NULL,
	"area_code" text NOT NULL,
	"category" text NOT NULL,
	"language" text NOT NULL,
	"cell" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "weekly_hexagons_pk" PRIMARY KEY("week","authority","area_code","category","language","cell")
);
--> statement-breakpoint
CREATE TABLE "workloads" (
	"authority" text NOT NULL,
	"organisation" text NOT NULL,
	"area_code" text NOT NULL,
	"open" integer NOT NULL,
	"unassigned" integer NOT NULL,
	"waiting" integer NOT NULL,
	"old" integer NOT NULL,
	"routed" integer NOT NULL,
	CONSTRAINT "workloads_authority_organisation_area_code_pk" PRIMARY KEY("authority","organisation","area_code")
);
--> statement-breakpoint
ALTER TABLE "answer_times" ADD CONSTRAINT "answer_times_area_code_areas_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."areas"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weekly_counts" ADD CONSTRAINT "weekly_counts_area_code_areas_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."areas"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weekly_hexagons" ADD CONSTRAINT "weekly_hexagons_area_code_areas_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."areas"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workloads" ADD CONSTRAINT "workloads_organisation_organisations_slug_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workloads" ADD CONSTRAINT "workloads_area_code_areas_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."areas"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ratings_rated_at_index" ON "ratings" USING btree ("rated_at");--> statement-breakpoint
CREATE INDEX "responses_first" ON "responses" USING btree ("given_at") WHERE version = 1;