-- 0026_application_date: an application that is written without its date gets the one of now.
--
-- The server works out a generated column before it fills in DEFAULT CURRENT_TIMESTAMP: applied_at
-- met a zero date, and a plain INSERT was refused (1292). Where the date may be NULL it meets NULL
-- at that moment and the date afterwards; the check keeps what NOT NULL promised.

ALTER TABLE job_applications
    MODIFY COLUMN application_date DATETIME NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'UTC',
    ADD CONSTRAINT ck_job_applications_application_date CHECK (application_date IS NOT NULL);
