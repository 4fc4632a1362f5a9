// Who is told when it goes wrong. What the app raises as an alarm is an alert of that name here; that the app says nothing at all is found
// without it.
param prefix string
param location string
param tags object
param logsId string

@description('Mail address of the operators.')
param mail string

var alarms = [
  {
    name: 'no-sweep'
    severity: 0
    says: 'No sweep went through for 10 minutes: clocks that were lost are not found again.'
  }
  { name: 'late', severity: 1, says: 'Something is due for more than 15 minutes and was not looked at.' }
  {
    name: 'letters-failing'
    severity: 1
    says: 'The mail server takes no letters. They are kept, and tried again for five days.'
  }
  {
    name: 'poison'
    severity: 2
    says: 'An orchestration fails again and again. The sweep does its work; repair starts it anew.'
  }
  {
    name: 'store-away'
    severity: 0
    says: 'The tables of the agreements are not reached: calls are refused, and nothing is sent.'
  }
  {
    name: 'store-refuses'
    severity: 0
    says: 'The tables can be read and take nothing: calls that change something are refused.'
  }
  { name: 'items-full', severity: 2, says: 'Items have no room left for what happens to them.' }
  { name: 'engine-away', severity: 1, says: 'The task hub is not reached: the sweep does its work, minutes late.' }
]

// As long as it stands, it is told again every ten minutes.
var stands = '''
AppTraces
| where tostring(Properties.Alarm) == "{0}"
| summarize arg_max(TimeGenerated, Message)
| where Message !has "has ended"
'''

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${prefix}operators'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'FollowUp'
    enabled: true
    emailReceivers: [{ name: 'operators', emailAddress: mail, useCommonAlertSchema: true }]
  }
}

resource raised 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alarm in alarms: {
    name: '${prefix}${alarm.name}'
    location: location
    tags: tags
    properties: {
      displayName: 'FollowUp: ${alarm.name}'
      description: '${alarm.says} The page for operators says what to do.'
      severity: alarm.severity
      enabled: true
      scopes: [logsId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      autoMitigate: true
      // A workspace that has heard nothing yet does not know the columns.
      skipQueryValidation: true
      criteria: {
        allOf: [
          { query: format(stands, alarm.name), timeAggregation: 'Count', operator: 'GreaterThan', threshold: 0 }
        ]
      }
      actions: { actionGroups: [operators.id] }
    }
  }
]

// A dead app raises nothing. The sweep runs every minute, and each run leaves a span.
resource silent 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${prefix}silent'
  location: location
  tags: tags
  properties: {
    displayName: 'FollowUp: silent'
    description: 'Nothing was heard of a sweep for 10 minutes: the app does not run, or cannot say so.'
    severity: 0
    enabled: true
    scopes: [logsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT10M'
    autoMitigate: true
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: 'union AppRequests, AppDependencies | where Name has "Sweep" and Success'
          timeAggregation: 'Count'
          operator: 'LessThan'
          threshold: 1
        }
      ]
    }
    actions: { actionGroups: [operators.id] }
  }
}
