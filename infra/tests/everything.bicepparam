// Every option, under the longest name that azd takes.
using '../main.bicep'

param environmentName = 'one-environment-whose-name-is-as-long-as-azd-lets-it-be-64-signs'
param location = 'westeurope'
param zoneRedundant = true
param privateNetwork = true
param mailFrom = 'FollowUp'
param mailReplyTo = 'office@ministry.example'
param smtpHost = 'smtp.azurecomm.net'
param smtpUser = 'followup'
param smtpSecretName = 'smtp'
param mailServiceClientId = '11111111-1111-1111-1111-111111111111'
param mailServicePrincipalId = '22222222-2222-2222-2222-222222222222'
param linksSecretName = 'links'
param linksPreviousSecretName = 'links-before'
param signInClientId = '33333333-3333-3333-3333-333333333333'
param coordinators = 'office@ministry.example'
param operatorsMail = 'operators@ministry.example'
param monthlyBudget = 200
param budgetStart = '2026-11-01'
