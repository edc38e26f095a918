-- 2. A stage on a bucket that the lake's folder is copied to, for example after each export:
--   aws s3 sync DIR s3://BUCKET/holdfast --exclude '_holdfast/*'
-- Files never change after they are named, so a copy needs no locking. Small files of a day are
-- joined now and then: with --delete the bucket follows; either way 4-merge.sql takes each fact
-- over once. Replace BUCKET and the role of your account.

create storage integration if not exists holdfast_lake_integration
  type = external_stage
  storage_provider = 'S3'
  enabled = true
  storage_aws_role_arn = 'arn:aws:iam::000000000000:role/holdfast-lake-reader'
  storage_allowed_locations = ('s3://BUCKET/holdfast/');

create stage if not exists holdfast_lake_external
  url = 's3://BUCKET/holdfast/'
  storage_integration = holdfast_lake_integration
  file_format = holdfast_parquet;
