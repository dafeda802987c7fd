package app.barker.signin;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SignInRepository extends Repository<SignIn, Long> {

    SignIn saveAndFlush(SignIn signIn);

    Optional<SignIn> findById(long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from SignIn s where s.id = :id")
    Optional<SignIn> lockAlone(long id);

    @Query("select s from SignIn s where s.accountId = :accountId and s.endedAt is null order by s.id desc")
    List<SignIn> openOf(long accountId);

    @Query("""
            select s from SignIn s where s.accountId = :accountId and s.endedAt >= :since
            order by s.endedAt desc, s.id desc fetch first 50 rows only""")
    List<SignIn> endedOf(long accountId, Instant since);

    /** 1 when it was this call that ended it: of several at the same moment one. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update SignIn s set s.endedAt = :now, s.endedWhy = :why where s.id = :id and s.endedAt is null")
    int end(long id, Instant now, SignInEnd why);

    @Query("select s from SignIn s where s.endedAt is null and (s.expiresAt <= :now"
            + " or (s.remembered = false and s.lastSeenAt < :unseenSince))")
    List<SignIn> overdue(Instant now, Instant unseenSince);

    @Query("select s.id as id, s.endedWhy as why from SignIn s where s.endedAt >= :since")
    List<Ended> endedSince(Instant since);

    interface Ended {
        long getId();

        SignInEnd getWhy();
    }

    @Modifying
    @Query("update SignIn s set s.lastSeenAt = :at where s.id = :id and s.lastSeenAt < :at and s.endedAt is null")
    void seen(long id, Instant at);

    @Query("select count(s) > 0 from SignIn s where s.accountId = :accountId and s.browser = :browser"
            + " and s.operatingSystem = :operatingSystem and s.address = :address")
    boolean hasComeFrom(long accountId, String browser, String operatingSystem, String address);

    boolean existsByAccountId(long accountId);

    @Query("select max(s.lastSeenAt) from SignIn s where s.accountId = :accountId")
    Optional<Instant> lastSeenOf(long accountId);
}
