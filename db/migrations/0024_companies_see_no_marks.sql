-- A company asks the same questions as others, and is answered with nothing.
GRANT SELECT ON secrecy_marks TO portal_company;
