package app.barker.account;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, Long> {

    Account saveAndFlush(Account account);

    Optional<Account> findById(long id);

    Optional<Account> findByUsername(String username);

    boolean existsByUsername(String username);

    @Query("select new app.barker.account.Person(a.id, a.username) from Account a where a.username = :username"
            + " and a.closedAt is null")
    Optional<Person> findPerson(String username);

    /** With a name that begins like this, the first ones by name; closed accounts are left out. */
    @Query(
            "select a from Account a where a.username like :pattern escape '!' and a.closedAt is null order by a.username")
    List<Account> findByPattern(String pattern, Limit most);

    @Query(
            "select count(a) from Account a where a.role = 'ADMIN' and a.bannedAt is null and a.closedAt is null and a.id <> :id")
    long countOtherActiveAdministrators(long id);

    /** All at once, and always in the same order: whoever else does this waits, and nobody waits for ever. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.role = 'ADMIN' or a.id in (:ids) order by a.id")
    List<Account> lockAdministratorsAnd(Collection<Long> ids);

    /** Shared with other writers of the same author on PostgreSQL; H2 has no FOR SHARE and takes it alone. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("select a from Account a where a.id = :id")
    Optional<Account> lockForWriting(long id);

    /** Keeps every other writer of the account out, and lets rows that refer to it in: FOR NO KEY UPDATE on PostgreSQL. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.id = :id")
    Optional<Account> lockAlone(long id);
}
