CREATE TABLE "search_words" (
	"word" text PRIMARY KEY NOT NULL,
	"cases" integer NOT NULL,
	"parts" text[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "routings" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (strip(to_tsvector('simple', coalesce(rewritten_body, '')) || to_tsvector('swedish', regexp_replace(coalesce(rewritten_body, ''), '([[:alpha:]]{2,}(?:a|el|er|or))n\M', '\1', 'gi')))) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (strip(to_tsvector('simple', body || ' ' || place_note) || to_tsvector('swedish', regexp_replace(body || ' ' || place_note, '([[:alpha:]]{2,}(?:a|el|er|or))n\M', '\1', 'gi')))) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "search_words_parts" ON "search_words" USING gin ("parts");--> statement-breakpoint
CREATE INDEX "submissions_search" ON "submissions" USING gin ("search");