namespace FollowUp.Tables;

/// <summary>
/// Why a place on the disk cannot be used, as people say it. The system's own words name paths and calls, and are another on each system.
/// </summary>
public static class DiskTrouble
{
    private const int WindowsSharing = unchecked((int)0x80070020);
    private const int WindowsLock = unchecked((int)0x80070021);
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int UnixDiskFull = 28;
    private const int UnixReadOnly = 30;
    private const int UnixNotAFolder = 20;

    /// <summary>As a clause without its end: "the disk is full".</summary>
    public static string Words(Exception failure) => failure switch
    {
        UnauthorizedAccessException => "this user may not write there",
        PathTooLongException => "its name is too long",
        { HResult: UnixDiskFull or WindowsDiskFull } => "the disk is full",
        { HResult: UnixReadOnly } => "the disk is read-only",
        { HResult: UnixNotAFolder } or DirectoryNotFoundException => "a part of its path is a file, or is not there",
        FileNotFoundException => "the system lets nobody make anything there",
        _ => failure.Message.TrimEnd('.'),
    };

    /// <summary>Whether another process holds the file, and nothing else is wrong.</summary>
    public static bool IsInUse(IOException failure) => failure.HResult is WindowsSharing or WindowsLock || failure.HResult == WouldBlock;

    private static int WouldBlock => OperatingSystem.IsMacOS() ? 35 : 11;
}
