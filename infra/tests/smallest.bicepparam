// What has no default, and nothing else.
using '../main.bicep'

param environmentName = 'office'
param location = 'westeurope'
param mailFrom = 'FollowUp <followup@ministry.example>'
param smtpHost = 'mail.ministry.example'
