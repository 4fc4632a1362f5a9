namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer function is told about the run it is making.</summary>
public class TimerInfo
{
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>This run is late, and stands for every run that was missed.</summary>
    public bool IsPastDue { get; set; }
}

/// <summary>When a schedule ran and will run, in UTC.</summary>
public class ScheduleStatus
{
    public DateTime Last { get; set; }

    public DateTime Next { get; set; }

    public DateTime LastUpdated { get; set; }
}
