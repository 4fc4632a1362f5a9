namespace FollowUp.Tests.Rig;

/// <summary>Weeks in which no host ran.</summary>
public static class Outage
{
    /// <summary>
    /// The item was signed for; its reminders and its due date (17 June) passed from 9 to 30 June, while nobody was there.
    /// </summary>
    public static async Task<Town> OverTheDueDate()
    {
        Town town = await Town.With(Papers.ItemOf());
        await town.Sign();
        await town.Until("2020-06-09 10:00");
        await town.Stop();
        town.SleepUntil("2020-06-30 10:00");
        await town.Start();
        return town;
    }
}
