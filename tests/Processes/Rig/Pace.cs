namespace FollowUp.Processes.Rig;

/// <summary>
/// How fast the hosts' clock runs, and how long they are waited for: a lease of thirty seconds must last for longer than a host may be kept
/// waiting for a processor.
/// </summary>
/// <param name="Speed">Times faster than time.</param>
/// <param name="Patience">How many times longer than on a quiet machine a test waits before it says that nothing comes any more.</param>
internal sealed record Pace(double Speed, int Patience = 1)
{
    /// <summary>Beside a load everything takes several times as long, and lasts as much longer by the hosts' clock.</summary>
    public Pace BesideALoad => new(Speed / 4, 4);

    public TimeSpan Wait(TimeSpan onAQuietMachine) => onAQuietMachine * Patience;
}
