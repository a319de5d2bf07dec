-- A proof of receipt is judged by whoever is shown it: of a tip by its fingerprint, which only its code could make anew.
GRANT SELECT (fingerprint) ON tips TO portal_worker;
