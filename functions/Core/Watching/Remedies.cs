using FollowUp.Phrases;

namespace FollowUp.Watching;

/// <summary>What is to be done about each alarm; its code is the alarm's name.</summary>
public static class Remedies
{
    private static readonly PhraseTemplate[] All =
    [
        new(AlarmNames.NoSweep,
            "See in the log why Sweep fails or does not begin, and restart the app. Items go on by their own clocks meanwhile; what these "
            + "lose is found when it sweeps again."),
        new(AlarmNames.Late,
            "See in the log what the sweep could not move on (event 205), and mend that; then repair: POST /api/repair/rehydrate, or "
            + "./start repair."),
        new(AlarmNames.LettersFailing,
            "See to the mail server and to the settings Smtp:Host and those beside it. What waits is tried again by itself, after hours at "
            + "most, or at once by POST /api/repair/letters."),
        new(AlarmNames.StoreAway,
            "See whether the storage account is there, reached from here, and open to the app's identity; on one machine, whether the disk "
            + "and the store's file are. It goes on by itself, and repairs nothing that it does not have to."),
        new(AlarmNames.StoreRefuses,
            "Make room on the disk that the store is on, or let it be written to. Nothing is lost: what could not be written was refused."),
        new(AlarmNames.EngineAway,
            "See whether the task hub's storage is there and open to the app's identity, and restart the app. Should the hub be lost, "
            + "repair: POST /api/repair/rehydrate, or ./start repair."),
        new(AlarmNames.Poison,
            "See in the log what failed, and mend that; then repair, which starts them again: POST /api/repair/rehydrate, or ./start "
            + "repair."),
        new(AlarmNames.ItemsFull, "Have the items that are named confirmed or withdrawn. Their letters go on meanwhile."),
    ];

    public static Vocabulary Vocabulary { get; } = new(All);

    public static string Of(Alarm alarm) => Vocabulary.Say(new(alarm.Name, new Dictionary<string, object>()));
}
