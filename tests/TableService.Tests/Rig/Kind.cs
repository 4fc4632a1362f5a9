namespace FollowUp.TableService.Tests.Rig;

/// <summary>Which table service a test speaks to.</summary>
public enum Kind
{
    Memory,
    Sqlite,
    Azurite,
}

internal static class Kinds
{
    /// <summary>What the service has to answer where the emulator is known to differ: Azure's word, and the emulator's.</summary>
    public static T Says<T>(this Kind kind, T azure, T azurite) => kind == Kind.Azurite ? azurite : azure;
}
