export { SubmissionPage as default } from '#app/ui/staff/submission-page.tsx'
