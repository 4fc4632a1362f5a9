namespace FollowUp.Tests.Rig;

/// <summary>How time passes in a town where it matters how.</summary>
public static class Passing
{
    /// <summary>A minute at a time, from alarm to alarm, so that everything that comes round every minute does.</summary>
    public static async Task Minutes(this Town town, int minutes)
    {
        for (int minute = 0; minute < minutes; minute++)
        {
            await town.Until(town.Now.AddMinutes(1));
        }
    }
}
