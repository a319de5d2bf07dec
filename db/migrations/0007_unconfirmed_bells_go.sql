-- A bell whose address was never confirmed does not stay.
GRANT DELETE ON bells TO portal_worker;
--> statement-breakpoint
CREATE POLICY worker_clears_unconfirmed ON bells FOR DELETE TO portal_worker USING (confirmed_at IS NULL);
