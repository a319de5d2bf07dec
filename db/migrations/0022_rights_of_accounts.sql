-- Who signs in, who was invited, and what a person proves herself by: for sign-in alone.
GRANT SELECT, INSERT, UPDATE, DELETE ON staff_invitations, staff_second_factors, staff_passkeys TO portal_auth;
